// The bias of the gates, where one network is looked into: one without gates has none.
import { keepingGate } from '../../../../state/laboratory/setups.ts';
import { useSettings } from '../hooks.ts';
import { GateBiasControl } from './GateBiasControl.tsx';

export function GateBiasOfNetwork() {
  const { network } = useSettings('network');
  return keepingGate[network] === null ? null : <GateBiasControl />;
}
