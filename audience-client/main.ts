// The phone's page begins: bright or dim as the phone is, then drawn from the hall's views.
import { mount } from 'svelte';
import '#client-kit/theme/handheld-tokens.css';
import './page.css';
import Audience from './Audience.svelte';

const dark = matchMedia('(prefers-color-scheme: dark)');
const dress = () => (document.body.dataset['theme'] = dark.matches ? 'dim' : 'paper');
dress();
dark.addEventListener('change', dress);

const target = document.getElementById('app') ?? document.body;
target.textContent = '';
mount(Audience, { target });
