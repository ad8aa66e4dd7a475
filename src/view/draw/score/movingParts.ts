// What the score needs once its clock runs: numbers that fly, and what the way back shows. Fetched together, after the first picture.
export { Tray } from '../model/Tray.tsx';
export { flightOf } from './flights.ts';
export { FlightView } from './FlightView.tsx';
export { PlacedFactors } from './PlacedFactors.tsx';
