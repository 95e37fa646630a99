// The print pages: seat cards, score sheets, the summary, the host's card and the rule check, for A4 in black on white.
import { mount } from 'svelte';
import '#client-kit/theme/tokens.css';
import './paper.css';
import Print from './Print.svelte';

mount(Print, { target: document.getElementById('app') ?? document.body });
