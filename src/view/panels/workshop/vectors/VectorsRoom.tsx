// "Which words are alike, and how is that learned?": not built yet; it says so.
import { ExperimentLayout } from '../../laboratory/ExperimentLayout.tsx';

export function VectorsRoom() {
  return (
    <ExperimentLayout title="Which words are alike, and how is that learned?" words={<p>This room is being built.</p>} controls={null}>
      {null}
    </ExperimentLayout>
  );
}
