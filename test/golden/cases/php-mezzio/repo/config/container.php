<?php

return new Laminas\ServiceManager\ServiceManager();
