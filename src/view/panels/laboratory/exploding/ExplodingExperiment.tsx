// An experiment of the laboratory that is still to come.
import { ExperimentLayout } from '../ExperimentLayout.tsx';

export function ExplodingExperiment() {
  return (
    <ExperimentLayout title="What happens when gradients grow instead, and what does clipping cure?" words={<p>This experiment is being built.</p>} controls={null}>
      {null}
    </ExperimentLayout>
  );
}
