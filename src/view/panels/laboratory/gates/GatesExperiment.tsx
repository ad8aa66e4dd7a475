// An experiment of the laboratory that is still to come.
import { ExperimentLayout } from '../ExperimentLayout.tsx';

export function GatesExperiment() {
  return (
    <ExperimentLayout title="Which way back do the gates keep open?" words={<p>This experiment is being built.</p>} controls={null}>
      {null}
    </ExperimentLayout>
  );
}
