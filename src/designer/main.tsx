import '#ui/start.ts';
import { createRoot } from 'react-dom/client';
import { DesignerApp } from './page/designer-app.tsx';

const root = document.getElementById('root');
if (root) createRoot(root).render(<DesignerApp />);
