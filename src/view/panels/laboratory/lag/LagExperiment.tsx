// An experiment of the laboratory that is still to come.
import { ExperimentLayout } from '../ExperimentLayout.tsx';

export function LagExperiment() {
  return (
    <ExperimentLayout title="How far back can each network learn to look?" words={<p>This experiment is being built.</p>} controls={null}>
      {null}
    </ExperimentLayout>
  );
}
