// The settings of a run put into force, as one entry of the undo menu: what is changed then is changed of that run.
import type { Command } from '../command.ts';
import type { UnrolledDocument } from '../document.ts';
import { keptWorkshop, workshopOf } from './edit.ts';
import type { TrainingRun } from './run.ts';
import type { Workshop } from './workshop.ts';

/** The document with a run's data and training; the place where one looks, and the pace, stay. */
export function withSettingsOf(document: UnrolledDocument, { data, training }: TrainingRun['settings']): UnrolledDocument {
  const before = workshopOf(document);
  const workshop: Workshop = { ...before, data: { ...data, row: 0 }, training: { ...training, pace: before.training.pace, sentence: '' } };
  return { ...document, workshop: keptWorkshop(workshop) };
}

/** `words` for the undo menu. */
export function settingsCommand(document: UnrolledDocument, settings: TrainingRun['settings'], words: string): Command {
  return { type: 'setSettings', settings: { workshop: withSettingsOf(document, settings).workshop }, words, target: 'run' };
}
