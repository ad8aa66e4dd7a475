// Words that fit their place: cut with an ellipsis where they are too long, whole in the tooltip, in their own direction.
import { ellipsis, roughly, type Measure } from '../../layout/ellipsis.ts';

interface Props {
  readonly x: number;
  readonly y: number;
  readonly room: number;
  readonly size: number;
  readonly text: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly className?: string;
  /** Weight of the letters, for measuring. */
  readonly weight?: number;
  readonly isMono?: boolean;
}

let context: CanvasRenderingContext2D | null | undefined;

/** Measures in the page's own faces; without a canvas, roughly. */
function measureIn(size: number, weight: number, isMono: boolean): Measure {
  if (context === undefined) {
    try {
      // jsdom has the element without its drawing.
      context = navigator.userAgent.includes('jsdom') ? null : document.createElement('canvas').getContext('2d');
    } catch {
      context = null;
    }
  }
  const drawing = context;
  if (!drawing) return roughly(size);
  return (text) => {
    drawing.font = `${weight} ${size}px ${isMono ? '"JetBrains Mono Variable", monospace' : '"Inter Variable", Inter, system-ui, sans-serif'}`;
    return drawing.measureText(text).width;
  };
}

/** A word in its own direction: FSI … PDI keep right-to-left letters and their ellipsis together. */
const isolated = (text: string): string => `\u2068${text}\u2069`;

export function PlaceText({ x, y, room, size, text, anchor = 'middle', className = 'score-text', weight = 450, isMono = false }: Props) {
  const shown = ellipsis(text, room, measureIn(size, weight, isMono));
  return (
    <text className={className} x={x} y={y} fontSize={size} textAnchor={anchor}>
      {shown !== text && <title>{text}</title>}
      {isolated(shown)}
    </text>
  );
}
