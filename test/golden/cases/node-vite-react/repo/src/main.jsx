import { createRoot } from 'react-dom/client';

createRoot(document.getElementById('app')).render(<p>{import.meta.env.VITE_API_URL}</p>);
