// "What does a network read of a sentence?": not built yet; it says so.
import { ExperimentLayout } from '../../laboratory/ExperimentLayout.tsx';

export function TextRoom() {
  return (
    <ExperimentLayout title="What does a network read of a sentence?" words={<p>This room is being built.</p>} controls={null}>
      {null}
    </ExperimentLayout>
  );
}
