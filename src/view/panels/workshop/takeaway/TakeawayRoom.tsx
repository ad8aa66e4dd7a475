// "How do I go on elsewhere?": not built yet; it says so.
import { ExperimentLayout } from '../../laboratory/ExperimentLayout.tsx';

export function TakeawayRoom() {
  return (
    <ExperimentLayout title="How do I go on elsewhere?" words={<p>This room is being built.</p>} controls={null}>
      {null}
    </ExperimentLayout>
  );
}
