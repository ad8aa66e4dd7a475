// What can be changed on the page in view, for its figures: one that fills the screen has them at its side.
import { createContext, type ReactNode } from 'react';

export const PageControls = createContext<ReactNode>(null);
