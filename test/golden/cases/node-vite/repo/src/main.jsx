import { createRoot } from 'react-dom/client';
createRoot(document.getElementById('root')).render(<h1>Hello {import.meta.env.VITE_TITLE}</h1>);
