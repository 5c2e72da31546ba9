<?php

// Schedule::command('feeds:refresh')->hourly();
