// The operator's page: set-up before the event, the console while it is live.
import { mount } from 'svelte';
import '#client-kit/theme/tokens.css';
import Host from './Host.svelte';

mount(Host, { target: document.getElementById('app') ?? document.body });
