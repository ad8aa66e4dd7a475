// Puts PyTorch's names beside the network's own: which values a recurrent layer gives back as output, h_n and c_n.
import { portsOf } from '../../anatomy/ports.ts';
import { Switch } from '../controls/Switch.tsx';
import { useScene, useView } from '../stores.tsx';

export function PortsSwitch() {
  const scene = useScene();
  const ports = useView((state) => state.ports);
  const setPorts = useView((state) => state.setPorts);
  // A cell without a state has nothing to hand on.
  const hasPorts = scene?.network.program.slots.some(({ symbol }) => portsOf(scene.network, scene.trace.steps, { symbol }).length > 0);
  if (!hasPorts) return null;
  return <Switch label="PyTorch’s names" isOn={ports} onChange={setPorts} />;
}
