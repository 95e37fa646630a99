// The first page of the main address.
import { mount } from 'svelte';
import '#client-kit/theme/tokens.css';
import Welcome from './Welcome.svelte';

const target = document.getElementById('app') ?? document.body;
target.textContent = '';
mount(Welcome, { target });
