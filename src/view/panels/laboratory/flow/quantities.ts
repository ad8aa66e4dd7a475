// What the flow plot can show: names, words and formulas of each quantity. p is the step of the loss.
import type { Quantity } from '../../../../engine/laboratory/questions.ts';
import type { Band } from '../../../layout/flowBands.ts';
import { bandWords } from '../../gradient/flowWords.ts';

interface QuantityWords {
  /** As it is written, and as it is spoken. */
  readonly symbol: string;
  readonly name: string;
  /** "Gradient reaching each hidden state". */
  readonly what: string;
  /** What the ink of a cell is: "the gradient left there". */
  readonly ink: string;
  /** The first step that can have a value. */
  readonly first: number;
  readonly bands: Readonly<Record<Band['kind'], string>>;
  /** What is left at a step, in a sentence. */
  readonly left: (told: Told) => string;
  /** The formula of a vanilla RNN, its bound or second part, and both in plain text and in words. `p` is the letter of the step of the loss. */
  readonly latex: (p: string) => readonly [string, string];
  readonly plain: (p: string) => string;
  readonly terms: string;
}

const slope = String.raw`\operatorname{diag}\varphi'(a_t)`;
const gradientBands = bandWords;

/** What a sentence tells: "the first step", "the last step", and by network what is left, the most first: one or two of them. */
interface Told {
  readonly step: string;
  readonly last: string;
  readonly amounts: readonly { readonly network: string; readonly text: string; readonly factor: string; readonly isTimes: boolean }[];
}

type Amount = Told['amounts'][number];

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const times = ({ text, isTimes }: Amount): string => (isTimes ? `${text} times` : text);
const others = (amounts: readonly Amount[]): string => amounts.slice(1).map((each) => `, ${each.network} ${times(each)}`).join('');

/** "At the first step the LSTM has 19 % of the last step’s gradient left, the sigmoid RNN 3.0·10⁻¹⁸." */
function ofGradient({ step, last, amounts }: Told): string {
  const [most] = amounts;
  if (!most) return '';
  const whole = most.isTimes ? `${times(most)} ${last}’s gradient` : `${most.text} of ${last}’s gradient left`;
  return `At ${step} ${most.network} has ${whole}${others(amounts)}.`;
}

/** "Step 2 has 4.7 % of the last step’s share in ∂L/∂W in the LSTM, …". */
function ofShare({ step, last, amounts }: Told): string {
  const [most] = amounts;
  if (!most) return '';
  const share = `${last}’s share in ∂L/∂W`;
  return `${upper(step)} has ${most.isTimes ? `${times(most)} ${share}` : `${most.text} of ${share}`} in ${most.network}${amounts.slice(1).map((each) => `, ${times(each)} in ${each.network}`).join('')}.`;
}

/** What one network does to a change on its way: stretches it at most by this. */
function ofChange({ step, last, amounts }: Told): string {
  const each = amounts.map(({ network, factor }) => `× ${factor} by ${network}`).join(', ');
  return `From ${step} to ${last} a small change of the state is multiplied, at most, ${each}.`;
}

export const quantities: Readonly<Record<Quantity, QuantityWords>> = {
  state: {
    symbol: '‖∂L/∂h_k‖',
    name: 'gradient of the state',
    what: 'Gradient reaching each hidden state',
    ink: 'the gradient left there',
    first: 1,
    bands: gradientBands,
    left: ofGradient,
    latex: (p) => [
      String.raw`\frac{\partial L}{\partial h_k}=\Bigl(\prod_{t=k+1}^{${p}}W_{hh}^{\top}\,${slope}\Bigr)\frac{\partial L}{\partial h_{${p}}}`,
      String.raw`\Bigl\lVert\frac{\partial L}{\partial h_k}\Bigr\rVert\le(\sigma_{\max}\gamma)^{${p}-k}\,\Bigl\lVert\frac{\partial L}{\partial h_{${p}}}\Bigr\rVert`,
    ],
    plain: (p) => `∂L/∂h_k = (∏ from t = k+1 to ${p} of W_hhᵀ diag φ′(a_t)) ∂L/∂h_${p},  ‖∂L/∂h_k‖ ≤ (σ_max·γ)^(${p}−k) ‖∂L/∂h_${p}‖`,
    terms: 'One factor for every step on the way back: W_hhᵀ turns and stretches the gradient, by at most σ_max, its largest singular value; φ′(a_t), the slope of the activation at each unit, scales it, by at most γ.',
  },
  jacobian: {
    symbol: '‖∂h_p/∂h_k‖',
    name: 'Jacobian from step k to the loss',
    what: 'How far a small change of each hidden state still moves the state that the loss reads',
    ink: 'how much of a change there arrives',
    first: 1,
    bands: {
      vanished: 'vanished — a change here is rounded away in float32 before it arrives',
      exploded: 'exploded — a change here arrives a thousand times as large',
    },
    left: ofChange,
    latex: (p) => [
      String.raw`\frac{\partial h_{${p}}}{\partial h_k}=\prod_{t=${p}}^{k+1}${slope}\,W_{hh}`,
      String.raw`\Bigl\lVert\frac{\partial h_{${p}}}{\partial h_k}\Bigr\rVert\le(\sigma_{\max}\gamma)^{${p}-k}`,
    ],
    plain: (p) => `∂h_${p}/∂h_k = ∏ from t = ${p} down to k+1 of diag φ′(a_t) W_hh,  ‖∂h_${p}/∂h_k‖ ≤ (σ_max·γ)^(${p}−k)`,
    terms: 'Its norm is the largest singular value of the product: the most that any small change of h_k is stretched on its way. It asks nothing about the loss.',
  },
  input: {
    symbol: '‖∂L/∂x_k‖',
    name: 'gradient of the input',
    what: 'Gradient reaching each input',
    ink: 'the gradient left at that input',
    first: 1,
    bands: { ...gradientBands, exploded: 'exploded — a tiny change of this input would turn the loss over' },
    left: ofGradient,
    latex: (p) => [
      String.raw`\frac{\partial L}{\partial x_k}=W_{xh}^{\top}\operatorname{diag}\varphi'(a_k)\,\frac{\partial L}{\partial h_k}`,
      String.raw`\Bigl\lVert\frac{\partial L}{\partial x_k}\Bigr\rVert\le\lVert W_{xh}\rVert\,\gamma\,(\sigma_{\max}\gamma)^{${p}-k}\,\Bigl\lVert\frac{\partial L}{\partial h_{${p}}}\Bigr\rVert`,
    ],
    plain: (p) => `∂L/∂x_k = W_xhᵀ diag φ′(a_k) ∂L/∂h_k,  ‖∂L/∂x_k‖ ≤ ‖W_xh‖·γ·(σ_max·γ)^(${p}−k) ‖∂L/∂h_${p}‖`,
    terms: 'The gradient comes back to step k as it does to the state there, and leaves through W_xhᵀ to the word that was read: how much that word still matters.',
  },
  share: {
    symbol: '‖term_k‖ / Σ ‖term_j‖',
    name: 'share in ∂L/∂W_hh',
    what: 'Share of each step in the gradient of the weights W_hh',
    ink: 'that step’s share in learning',
    first: 2,
    bands: {
      vanished: 'vanished — its term is rounded away when float32 adds it to the last step’s',
      exploded: 'exploded — its term drowns the last step’s a thousandfold',
    },
    left: ofShare,
    latex: () => [
      String.raw`\frac{\partial L}{\partial W_{hh}}=\sum_{k}\underbrace{\Bigl(\varphi'(a_k)\odot\frac{\partial L}{\partial h_k}\Bigr)h_{k-1}^{\top}}_{\text{term}_k}`,
      String.raw`\text{share}_k=\frac{\lVert\text{term}_k\rVert_F}{\sum_j\lVert\text{term}_j\rVert_F}`,
    ],
    plain: () => '∂L/∂W_hh = Σ_k (φ′(a_k) ⊙ ∂L/∂h_k) h_(k−1)ᵀ,  share_k = ‖term_k‖ / Σ_j ‖term_j‖',
    terms: 'W_hh is used at every step, and its gradient is the sum of what each use adds. Where the early terms have vanished, the weights learn from the last few steps alone. Step 1 adds nothing: it multiplies W_hh by h₀ = 0.',
  },
};
