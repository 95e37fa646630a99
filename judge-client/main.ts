// The page's beginning.
import '#client-kit/theme/tokens.css';
