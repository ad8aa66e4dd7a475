// Whoever gives a figure its turn hears from the figure's frame which element it is: what cannot be seen has no turn under the hand.
import { createContext } from 'react';

/** Follows the element; returns what ends that. */
type FollowFigure = (element: HTMLElement) => () => void;

export const FigureElement = createContext<FollowFigure | null>(null);
