import './product-mark.css';

/** The name of the product with its sign; leads home. */
export function ProductMark({ href = '/' }: { href?: string }) {
  return (
    <a className="wm-product" href={href}>
      <svg viewBox="0 0 32 32" aria-hidden="true" className="wm-product-sign">
        <rect width="32" height="32" rx="8" />
        <path d="M7 11l4.5 11L16 12l4.5 10L25 11" />
      </svg>
      <span className="wm-product-name">Waymark</span>
    </a>
  );
}
