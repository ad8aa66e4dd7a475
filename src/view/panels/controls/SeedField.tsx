// The seed of all random numbers of the score, and a die that throws another one.
import { useDispatch, useDocument } from '../stores.tsx';
import { SeedInput } from './SeedInput.tsx';

export function SeedField() {
  const dispatch = useDispatch();
  const seed = useDocument((state) => state.document.initialisation.seed);
  return <SeedInput seed={seed} title="New seed" onChange={(value) => dispatch({ type: 'setSeed', seed: value })} />;
}
