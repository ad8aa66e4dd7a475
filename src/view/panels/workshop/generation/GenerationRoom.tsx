// "What does it say by itself?": not built yet; it says so.
import { ExperimentLayout } from '../../laboratory/ExperimentLayout.tsx';

export function GenerationRoom() {
  return (
    <ExperimentLayout title="What does it say by itself?" words={<p>This room is being built.</p>} controls={null}>
      {null}
    </ExperimentLayout>
  );
}
