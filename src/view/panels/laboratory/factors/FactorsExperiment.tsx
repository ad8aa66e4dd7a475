// An experiment of the laboratory that is still to come.
import { ExperimentLayout } from '../ExperimentLayout.tsx';

export function FactorsExperiment() {
  return (
    <ExperimentLayout title="Why does the gradient shrink at each step?" words={<p>This experiment is being built.</p>} controls={null}>
      {null}
    </ExperimentLayout>
  );
}
