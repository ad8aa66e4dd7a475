// "Which way down, and how fast?": not built yet; it says so.
import { ExperimentLayout } from '../../laboratory/ExperimentLayout.tsx';

export function OptimisersRoom() {
  return (
    <ExperimentLayout title="Which way down, and how fast?" words={<p>This room is being built.</p>} controls={null}>
      {null}
    </ExperimentLayout>
  );
}
