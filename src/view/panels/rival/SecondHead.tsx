// The bar over the second score: what it does otherwise than the first, in words, with its own controls; and the button that closes it.
import { X } from 'lucide-react';
import { useRef } from 'react';
import type { Rival } from '../../../state/document.ts';
import { SymbolText } from '../../draw/numeric/SymbolText.tsx';
import { useDispatch, useDocument, useScene, useView } from '../stores.tsx';
import { otherwise } from './otherwise.ts';
import { RivalControls } from './RivalControls.tsx';
import { useScrollTogether } from './scrollTogether.ts';
import { useSecond } from './second.tsx';
import './rivalHead.css';

export function SecondHead() {
  const head = useRef<HTMLDivElement>(null);
  useScrollTogether(head);
  const dispatch = useDispatch();
  const document = useDocument((state) => state.document);
  const digits = useView((state) => state.digits);
  const numbers = useScene()?.numbers;
  const problem = useSecond()?.problem ?? null;
  const parts = otherwise(document, (reference) => numbers?.value(reference) ?? NaN, digits);
  return (
    <div ref={head} className="rival-head is-second">
      <b className="rival-name">B</b>
      <span className="rival-what" data-otherwise>
        {parts.length === 0 ? 'the same as A so far' : <SymbolText text={parts.join(' · ')} />}
      </span>
      <RivalControls change={(rival: Rival) => dispatch({ type: 'editRival', rival })} />
      <button type="button" className="tool rival-close" aria-label="Close the second network" title="Close the second network" onClick={() => dispatch({ type: 'setRival', rival: null })}>
        <X aria-hidden size={16} />
      </button>
      {problem !== null && (
        <p className="rival-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
