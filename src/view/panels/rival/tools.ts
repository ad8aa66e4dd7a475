// What the page needs only while there is a second network: its run, its place on the first's clock, and both told beside each other.
export { sameMoment } from '../../../engine/clock/sameMoment.ts';
export { startRival } from '../../../state/rivalRun.ts';
export { besideOf, isIn } from './besideOf.ts';
