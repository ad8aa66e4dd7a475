// The store of what is not worth a link: what is pointed at, theme, digits, playing, zoom, open panel.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { same } from './same.ts';
import { sameReference, type Reference } from '../engine/reference.ts';

export const themes = ['auto', 'light', 'dark', 'projector'] as const;
export type Theme = (typeof themes)[number];

export const digitChoices = [2, 3, 4, 'full'] as const;
type Digits = (typeof digitChoices)[number];

const panels = ['none', 'gradient', 'weights', 'table', 'help', 'gallery'] as const;
export type Panel = (typeof panels)[number];

interface ZoomRange {
  readonly least: number;
  readonly fit: number;
  readonly most: number;
}

export interface ViewState {
  /** The number that is explained: the last of the trail. */
  readonly selection: Reference | null;
  /** Whether it stays when the pointer leaves. */
  readonly pinned: boolean;
  /** From the number that was asked about first, term by term, to the selection. */
  readonly trail: readonly Reference[];
  readonly hover: Reference | null;
  readonly theme: Theme;
  readonly digits: Digits;
  readonly playing: boolean;
  /** Times the usual pace. */
  readonly speed: number;
  /** Times the usual width of a column. */
  readonly zoom: number;
  /** How far the score can be zoomed, and where all of its columns are in view; the score says so when it is drawn. */
  readonly zooms: ZoomRange;
  readonly panel: Panel;
  /** What could not be read of the link that was opened, in words; empty where all could, or when dismissed. */
  readonly problems: readonly string[];
  /** Whether the words beside the score are folded away. */
  readonly isRailFolded: boolean;
  /** Whether the lecturer has blanked the screen. */
  readonly isBlank: boolean;
  /** Whether values bear PyTorch's names beside their own: output, h_n, c_n. */
  readonly ports: boolean;
}

export interface ViewActions {
  /** Asks about a number, and begins a new trail there; null asks about none. */
  readonly select: (reference: Reference | null, pinned?: boolean) => void;
  /** Opens a term of the selection; one that is on the trail already is gone back to. */
  readonly push: (term: Reference) => void;
  /** Back to what the term was opened from; from the first number of the trail, to none. */
  readonly pop: () => void;
  /** Back to that place of the trail, 0-based. */
  readonly jump: (index: number) => void;
  readonly setPinned: (pinned: boolean) => void;
  readonly setHover: (hover: Reference | null) => void;
  readonly setTheme: (theme: Theme) => void;
  readonly setDigits: (digits: Digits) => void;
  readonly setPlaying: (playing: boolean) => void;
  readonly setSpeed: (speed: number) => void;
  readonly setZoom: (zoom: number) => void;
  readonly zoomBy: (factor: number) => void;
  readonly setZooms: (zooms: ZoomRange) => void;
  readonly setPanel: (panel: Panel) => void;
  /** Opens a panel, or closes it if it is the open one, as things stand now and not as they were last drawn. */
  readonly togglePanel: (panel: Panel) => void;
  readonly setProblems: (problems: readonly string[]) => void;
  readonly setBlank: (isBlank: boolean) => void;
  readonly setPorts: (ports: boolean) => void;
  readonly setRailFolded: (isRailFolded: boolean) => void;
}

export type ViewStore = StoreApi<ViewState & ViewActions>;

const initialView: ViewState = {
  selection: null,
  pinned: false,
  trail: [],
  hover: null,
  theme: 'auto',
  digits: 2,
  playing: false,
  speed: 1,
  zoom: 1,
  zooms: { least: 0.25, fit: 1, most: 8 },
  panel: 'none',
  problems: [],
  isRailFolded: false,
  isBlank: false,
  ports: false,
};

export function createViewStore(initial: Partial<ViewState> = {}): ViewStore {
  return createStore<ViewState & ViewActions>()((set) => ({
    ...initialView,
    ...initial,
    select: (reference, pinned = false) => set(at(reference ? [reference] : [], pinned)),
    push: (term) =>
      set(({ trail }) => {
        const known = trail.findIndex((each) => sameReference(each, term));
        return at(known < 0 ? [...trail, term] : trail.slice(0, known + 1), true);
      }),
    pop: () => set(({ trail, pinned }) => at(trail.slice(0, -1), pinned)),
    jump: (index) => set(({ trail, pinned }) => at(trail.slice(0, index + 1), pinned)),
    setPinned: (pinned) => set(({ trail }) => at(trail, pinned)),
    // A pointer that moves within one number changes nothing.
    setHover: (hover) => set((state) => (sameReference(state.hover, hover) ? state : { hover })),
    setTheme: (theme) => set({ theme }),
    setDigits: (digits) => set({ digits }),
    setPlaying: (playing) => set({ playing }),
    setSpeed: (speed) => set({ speed }),
    setZoom: (zoom) => set(({ zooms }) => ({ zoom: within(zoom, zooms) })),
    // From what is drawn, which a change of the network may have limited.
    zoomBy: (factor) => set(({ zoom, zooms }) => ({ zoom: within(within(zoom, zooms) * factor, zooms) })),
    setZooms: (zooms) => set((state) => (same(state.zooms, zooms) ? state : { zooms })),
    setPanel: (panel) => set({ panel }),
    togglePanel: (panel) => set((state) => ({ panel: state.panel === panel ? 'none' : panel })),
    setProblems: (problems) => set({ problems }),
    setBlank: (isBlank) => set({ isBlank }),
    setPorts: (ports) => set({ ports }),
    setRailFolded: (isRailFolded) => set({ isRailFolded }),
  }));
}

const within = (zoom: number, { least, most }: ZoomRange): number => Math.min(Math.max(zoom, least), most);

/** The selection at the end of a trail; nothing cannot be pinned. */
function at(trail: readonly Reference[], pinned: boolean): Pick<ViewState, 'selection' | 'pinned' | 'trail'> {
  return { trail, selection: trail.at(-1) ?? null, pinned: pinned && trail.length > 0 };
}

/** What lights up: what is pointed at, or else what is selected. */
export function focusOf({ hover, selection }: Pick<ViewState, 'hover' | 'selection'>): Reference | null {
  return hover ?? selection;
}

/** The view of this page. */
export const viewStore = createViewStore();
