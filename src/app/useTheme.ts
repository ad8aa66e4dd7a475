// Puts the chosen theme on the page; `auto` follows the system, also while the page is open.
import { useEffect } from 'react';
import { useView } from '../view/panels/stores.tsx';

const dark = '(prefers-color-scheme: dark)';

export function useTheme(): void {
  const theme = useView((state) => state.theme);
  useEffect(() => {
    const query = window.matchMedia(dark);
    const apply = (): void => {
      document.documentElement.dataset['theme'] = theme === 'auto' ? (query.matches ? 'dark' : 'light') : theme;
    };
    apply();
    query.addEventListener('change', apply);
    return () => query.removeEventListener('change', apply);
  }, [theme]);
}
