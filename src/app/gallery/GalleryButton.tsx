// The button that opens the gallery, and the gallery while it is open. The address `#gallery` opens it, too.
import { LayoutGrid } from 'lucide-react';
import { useEffect } from 'react';
import { useStores, useView } from '../../view/panels/stores.tsx';
import { Later, laterPart } from '../later.tsx';

const gallery = laterPart(() => import('./Gallery.tsx'), ({ Gallery }) => Gallery);

const address = '#gallery';

export function GalleryButton() {
  const { views } = useStores();
  const isOpen = useView((state) => state.panel === 'gallery');
  useEffect(() => {
    const look = (): void => {
      if (window.location.hash === address) views.getState().setPanel('gallery');
    };
    look();
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, [views]);
  return (
    <>
      <button type="button" className="tool" aria-haspopup="dialog" aria-label="Gallery: all ways of wiring" title="Gallery: all ways of wiring" onClick={() => views.getState().togglePanel('gallery')}>
        <LayoutGrid aria-hidden size={18} />
        <span className="top-bar-label">Gallery</span>
      </button>
      {isOpen && <Later part={gallery} />}
    </>
  );
}
