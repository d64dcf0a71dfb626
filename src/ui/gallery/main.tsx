import '../start.ts';
import { createRoot } from 'react-dom/client';
import { Gallery } from './gallery.tsx';
import { SignIn } from './sign-in.tsx';

const root = document.getElementById('root');
if (root) createRoot(root).render(location.hash === '#sign-in' ? <SignIn /> : <Gallery />);
