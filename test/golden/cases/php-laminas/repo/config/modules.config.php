<?php

return [
    'Laminas\Router',
    'Application',
];
