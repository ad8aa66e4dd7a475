// What the reader sees of the gradient laboratory: its experiments.
import { experiments } from '../../view/panels/laboratory/experiments.ts';
import { useEditLaboratory, useSettings } from '../../view/panels/laboratory/hooks.ts';
import { SectionPages } from '../pages/SectionPages.tsx';
import { experimentParts } from './parts.ts';

export function LaboratorySection() {
  const { experiment } = useSettings('experiment');
  const edit = useEditLaboratory();
  return <SectionPages name="Gradient laboratory" label="Experiments" pages={experiments} parts={experimentParts} open={experiment} onOpen={(id) => edit({ experiment: id })} />;
}
