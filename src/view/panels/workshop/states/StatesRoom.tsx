// "What does it keep in mind?": not built yet; it says so.
import { ExperimentLayout } from '../../laboratory/ExperimentLayout.tsx';

export function StatesRoom() {
  return (
    <ExperimentLayout title="What does it keep in mind?" words={<p>This room is being built.</p>} controls={null}>
      {null}
    </ExperimentLayout>
  );
}
