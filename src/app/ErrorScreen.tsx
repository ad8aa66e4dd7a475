// What the reader sees if the page itself fails: what happened, and a way back that loses nothing. Never a blank page.
import { Component, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  /** Writes the document to the address bar, so that a reload comes back to it. */
  readonly saveLink: () => void;
}

export class ErrorScreen extends Component<Props, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { readonly error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(): void {
    this.props.saveLink();
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <main className="error-screen" role="alert">
        <h1>Something in the drawing went wrong</h1>
        <p>Your sentence, the weights and your place are kept in the address of this page. Loading it again brings them back.</p>
        <p>
          <button type="button" onClick={() => window.location.reload()}>
            Load the page again
          </button>{' '}
          <a href="./">Begin anew</a>
        </p>
        <pre>{error.message}</pre>
      </main>
    );
  }
}
