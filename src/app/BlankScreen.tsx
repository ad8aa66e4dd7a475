// What the audience sees when the lecturer presses `b` or `.`: nothing, until any key or click brings the page back.
import { useView } from '../view/panels/stores.tsx';

export function BlankScreen() {
  const isBlank = useView((state) => state.isBlank);
  const setBlank = useView((state) => state.setBlank);
  if (!isBlank) return null;
  return (
    <button type="button" className="page-blank" autoFocus onClick={() => setBlank(false)}>
      The screen is blank: press any key to go on
    </button>
  );
}
