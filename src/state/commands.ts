// The table of commands: each a pure function from a document and a payload to a document, with its words and its policy.
import type { Command, CommandRow, CommandRows, CommandType } from './command.ts';
import type { UnrolledDocument } from './document.ts';
import { networkCommands } from './networkCommands.ts';
import { placeCommands } from './placeCommands.ts';
import { rivalCommands } from './rival.ts';
import { sentenceCommands } from './sentenceCommands.ts';
import { weightCommands } from './weightCommands.ts';
import { wordCommands } from './wordCommands.ts';

export type { Command } from './command.ts';

export const commands: CommandRows<CommandType> = {
  ...sentenceCommands,
  ...wordCommands,
  ...networkCommands,
  ...weightCommands,
  ...placeCommands,
  ...rivalCommands,
};

/** A command's row. The table gives every type the row of its own payload, which an index by a union cannot say. */
function rowOf(command: Command): CommandRow<Command> {
  return commands[command.type] as CommandRow<Command>;
}

/** Null where the command can be carried out on this document; else why not, in one sentence for the reader. */
export function refusal(document: UnrolledDocument, command: Command): string | null {
  return rowOf(command).refusal?.(document, command) ?? null;
}

/** The document after the command; the same one where the command is refused. */
export function apply(document: UnrolledDocument, command: Command): UnrolledDocument {
  return refusal(document, command) === null ? rowOf(command).run(document, command) : document;
}

/** For the undo menu, after "Undo": "set W_hh[1,2]". */
export function wordsOf(command: Command): string {
  return rowOf(command).words(command);
}

export function isRecorded(command: Command): boolean {
  return rowOf(command).history !== 'ignore';
}

/** Commands with the same key are one entry of the history; null: an entry of its own. */
export function mergeKey(command: Command): string | null {
  const row = rowOf(command);
  const gesture = 'gesture' in command ? command.gesture : undefined;
  if (row.history !== 'merge' || gesture === undefined) return null;
  return JSON.stringify([command.type, row.target?.(command) ?? '', gesture]);
}
