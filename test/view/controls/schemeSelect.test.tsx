import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { schemes, type SchemeId } from '../../../src/engine/recipe/initialise.ts';
import { SchemeSelect } from '../../../src/view/panels/controls/SchemeSelect.tsx';

const names = (): (string | null)[] => within(screen.getByRole('combobox')).getAllByRole('option').map((each) => each.textContent);

const ignored = (): void => {};

describe('the choice of the first weights', () => {
  test('offers every scheme by its name, and tells its user which one is taken', async () => {
    const onChange = vi.fn<(scheme: SchemeId) => void>();
    render(<SchemeSelect value="xavier" onChange={onChange} />);
    const select = screen.getByRole('combobox', { name: 'First weights' });
    expect(select).toHaveValue('xavier');
    expect(names()).toEqual(Object.values(schemes).map(({ name }) => name));
    await userEvent.selectOptions(select, 'Orthogonal');
    expect(onChange.mock.calls).toEqual([['orthogonal']]);
    // What is chosen is its user's to say.
    expect(select).toHaveValue('xavier');
  });

  test('says what the scheme does: below where there is room, else when the pointer rests on it', () => {
    const { rerender } = render(<SchemeSelect hasWords value="identity" onChange={ignored} />);
    expect(screen.getByText(schemes.identity.words)).toBeInTheDocument();
    expect(screen.getByRole('combobox')).toHaveAccessibleDescription(schemes.identity.words);
    expect(screen.getByRole('combobox')).not.toHaveAttribute('title');
    rerender(<SchemeSelect value="identity" onChange={ignored} />);
    expect(screen.queryByText(schemes.identity.words)).toBeNull();
    expect(screen.getByRole('combobox')).toHaveAttribute('title', schemes.identity.words);
  });

  test('has names that say what they are where its label is only heard', () => {
    render(<SchemeSelect hiddenLabel="A: first weights" value="uniform" onChange={ignored} />);
    expect(screen.getByRole('combobox', { name: 'A: first weights' })).toBeInTheDocument();
    expect(names()).toEqual(['Uniform weights', 'Xavier weights', 'Orthogonal weights', 'Identity weights']);
  });
});
