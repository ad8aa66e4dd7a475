// An experiment of the laboratory that is still to come.
import { ExperimentLayout } from '../ExperimentLayout.tsx';

export function DuelExperiment() {
  return (
    <ExperimentLayout title="What does one changed setting do?" words={<p>This experiment is being built.</p>} controls={null}>
      {null}
    </ExperimentLayout>
  );
}
