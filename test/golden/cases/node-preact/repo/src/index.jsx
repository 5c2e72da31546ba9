import { render } from 'preact';

render(<p>Orders</p>, document.getElementById('app'));
