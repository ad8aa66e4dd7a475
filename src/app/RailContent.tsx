// What the reader sees at the left: the lesson's words for this moment, and what the network reads.
import { guidePage } from '../lessons/guide.ts';
import { tasks } from '../engine/tasks/index.ts';
import { Guide } from '../view/panels/guide/Guide.tsx';
import { SentenceField } from '../view/panels/sentence/SentenceField.tsx';
import { useDocument, useScene } from '../view/panels/stores.tsx';
import { situationOf } from './situation.ts';

export function RailContent() {
  const document = useDocument((state) => state.document);
  const scene = useScene();
  return (
    <>
      {scene && <Guide page={guidePage(situationOf(scene, tasks[document.task], document))} />}
      <SentenceField />
    </>
  );
}
