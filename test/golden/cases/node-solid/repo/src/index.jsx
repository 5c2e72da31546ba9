import { render } from 'solid-js/web';

render(() => <h1>Notes</h1>, document.getElementById('root'));
