<?php

require __DIR__ . "/../vendor/autoload.php";

(require __DIR__ . "/../config/container.php")->get(Mezzio\Application::class)->run();
