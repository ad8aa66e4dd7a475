// "How does it learn, epoch by epoch?": not built yet; it says so.
import { ExperimentLayout } from '../../laboratory/ExperimentLayout.tsx';

export function TrainingRoom() {
  return (
    <ExperimentLayout title="How does it learn, epoch by epoch?" words={<p>This room is being built.</p>} controls={null}>
      {null}
    </ExperimentLayout>
  );
}
