// "What is learned from?": not built yet; it says so.
import { ExperimentLayout } from '../../laboratory/ExperimentLayout.tsx';

export function DataRoom() {
  return (
    <ExperimentLayout title="What is learned from?" words={<p>This room is being built.</p>} controls={null}>
      {null}
    </ExperimentLayout>
  );
}
