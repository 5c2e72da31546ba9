<?php

return ['id' => 'shop', 'basePath' => dirname(__DIR__)];
