// What long sequences need beside the score: fetched together when the first one is drawn.
export { Overview } from './Overview.tsx';
export { StripCanvas } from './StripCanvas.tsx';
