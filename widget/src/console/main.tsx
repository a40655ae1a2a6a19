import { render } from 'preact';
import '../ui/tokens.css';
import '../ui/base.css';

render(<main />, document.getElementById('app') ?? document.body);
