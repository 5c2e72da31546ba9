#!/usr/bin/php -q
<?php

use App\Application;
use Cake\Console\CommandRunner;

require dirname(__DIR__) . '/vendor/autoload.php';

exit((new CommandRunner(new Application(dirname(__DIR__) . '/config'), 'cake'))->run($argv));
