import classes from './summary-line.module.css';

type RetryNoteProps = {
  text: string;
  /** The reason, if it is known. */
  title?: string | undefined;
  onRetry(): void;
};

/** Names the answers that can't be read, with a button that tries again. */
export const RetryNote = ({ text, title, onRetry }: RetryNoteProps) => (
  <span data-wraps>
    <span title={title}>{text}</span>{' '}
    <button type="button" className={classes.link} onClick={onRetry}>
      Retry
    </button>
  </span>
);
