// The host's cue view: one large screen beside the stage that says what to say now and what comes next.
import { mount } from 'svelte';
import '#client-kit/theme/tokens.css';
import Cue from './Cue.svelte';

mount(Cue, { target: document.getElementById('app') ?? document.body });
